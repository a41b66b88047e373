package org.tucai.portrait.face;

/**
 * What can be seen through lenses; only told when glasses are worn.
 *
 * @param darkness how much darker skin under the eyes is than cheek skin, L*
 * @param tint how differently coloured it is, L*a*b* units
 * @param glare share of the lenses that is burnt white or much brighter and paler than the cheeks
 * @param frame how much of the eyes a dark or bright line crosses, share of their width
 */
public record LensFacts(double darkness, double tint, double glare, double frame) {}
