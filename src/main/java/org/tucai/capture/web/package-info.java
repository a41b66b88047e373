/** Captures over HTTP: the student's, the operator's and the manager's doors. */
@NullMarked
package org.tucai.capture.web;

import org.jspecify.annotations.NullMarked;
