package org.tucai.portrait;

import org.tucai.portrait.face.Facts;

/** A report with the facts it rests on: what measuring tools and the annotated picture need. */
public record Examination(PortraitReport report, Facts facts) {}
