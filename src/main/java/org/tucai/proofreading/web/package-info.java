/** The information check over HTTP. */
@NullMarked
package org.tucai.proofreading.web;

import org.jspecify.annotations.NullMarked;
