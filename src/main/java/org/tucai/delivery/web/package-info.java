/** The school's pages and the manager's view of disputes over HTTP. */
@NullMarked
package org.tucai.delivery.web;

import org.jspecify.annotations.NullMarked;
