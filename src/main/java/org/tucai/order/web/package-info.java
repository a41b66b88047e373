/** Orders over HTTP: the student's checkout, the manager's orders and figures. */
@NullMarked
package org.tucai.order.web;

import org.jspecify.annotations.NullMarked;
