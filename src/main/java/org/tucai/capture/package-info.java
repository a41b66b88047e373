/**
 * One enrolment's capture, from capture code to verified picture: binding, photos, submission, and everything that may happen afterwards.
 * States: {@link org.tucai.capture.CaptureStatus}. Doors: {@link org.tucai.capture.BindingService} and {@link
 * org.tucai.capture.StudentCaptureService} for the student, {@link org.tucai.capture.CaptureService} for the features above, {@link
 * org.tucai.capture.OnSiteService} for the operator on site, {@link org.tucai.capture.CaptureFollower} to be notified.
 */
@NullMarked
package org.tucai.capture;

import org.jspecify.annotations.NullMarked;
