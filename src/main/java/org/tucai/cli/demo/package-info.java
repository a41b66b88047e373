/** {@code tucai demo}: one student's whole journey over HTTP, as a client would make it. */
@NullMarked
package org.tucai.cli.demo;

import org.jspecify.annotations.NullMarked;
