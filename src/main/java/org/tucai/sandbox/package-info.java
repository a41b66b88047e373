/**
 * A stand-in for the authority (学信网) as an HTTP program of its own: issues capture codes, takes packages, answers
 * conclusions. Shares with the server only the formats of codes and sealed messages; all else goes over HTTP. Door: {@link
 * org.tucai.sandbox.SandboxAuthority}.
 */
@NullMarked
package org.tucai.sandbox;

import org.jspecify.annotations.NullMarked;
