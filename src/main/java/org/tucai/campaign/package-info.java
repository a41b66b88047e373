/**
 * Schools and campaigns: who is photographed when, at which price, by which rules. States: {@link
 * org.tucai.campaign.CampaignStatus}. Doors: {@link org.tucai.campaign.CampaignService}, {@link
 * org.tucai.campaign.AdminCampaignService}, {@code /api/v1/admin/schools}, {@code /api/v1/admin/campaigns}, {@code
 * /api/v1/student/campaigns}.
 */
@NullMarked
package org.tucai.campaign;

import org.jspecify.annotations.NullMarked;
