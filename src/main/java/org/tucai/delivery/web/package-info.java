/** The school's API and the manager's API of disputes. */
@NullMarked
package org.tucai.delivery.web;

import org.jspecify.annotations.NullMarked;
