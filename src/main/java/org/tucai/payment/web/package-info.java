/** Payments over HTTP: the channels' callbacks and the manager's view. */
@NullMarked
package org.tucai.payment.web;

import org.jspecify.annotations.NullMarked;
