/**
 * The whole server in a process of its own, started as the launcher does: how long its start takes ({@code bench start}) and what load it
 * bears ({@code bench http}). A new kind of request goes into a script of {@code HttpLoad}, a new figure of it into {@code LoadTables}.
 */
@NullMarked
package org.tucai.bench.server;

import org.jspecify.annotations.NullMarked;
