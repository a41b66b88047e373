/** Captures over HTTP: the student's and the operator's doors. */
@NullMarked
package org.tucai.capture.web;

import org.jspecify.annotations.NullMarked;
