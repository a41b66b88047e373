/**
 * A stand-in for the authority (学信网) as a separate HTTP program: issues capture codes, takes packages, sends
 * conclusions. Shares only the formats of codes and sealed messages with the server; everything else goes over HTTP. Door: {@link
 * org.tucai.sandbox.SandboxAuthority}.
 */
@NullMarked
package org.tucai.sandbox;

import org.jspecify.annotations.NullMarked;
