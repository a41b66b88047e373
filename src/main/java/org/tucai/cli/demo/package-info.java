/** {@code tucai demo}: one student's whole way, walked over HTTP as a client would. */
@NullMarked
package org.tucai.cli.demo;

import org.jspecify.annotations.NullMarked;
