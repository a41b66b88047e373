/** What all controllers share: languages, pages, conditional requests, and the strict reading of requests. */
@NullMarked
package org.tucai.platform.web;

import org.jspecify.annotations.NullMarked;
