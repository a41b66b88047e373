/** What all controllers share: language, pages, conditional requests. */
@NullMarked
package org.tucai.platform.web;

import org.jspecify.annotations.NullMarked;
