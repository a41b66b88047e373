/**
 * 初审: the queue of submitted photos and its clock of five working days. States: {@link org.tucai.review.ReviewStatus}. Door:
 * {@link org.tucai.review.ReviewService}.
 */
@NullMarked
package org.tucai.review;

import org.jspecify.annotations.NullMarked;
