/**
 * 初审: the queue of submitted photos and its clock of working days (five unless set otherwise). States: {@link org.tucai.review.ReviewStatus}. Doors:
 * {@link org.tucai.review.ReviewService} to get photos, {@link org.tucai.review.DecisionService} to decide them.
 */
@NullMarked
package org.tucai.review;

import org.jspecify.annotations.NullMarked;
