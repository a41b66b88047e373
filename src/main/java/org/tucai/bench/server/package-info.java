/**
 * The whole server in a separate process, started as the launcher does: how long it takes to start ({@code bench start}) and what load it
 * can bear ({@code bench http}). A new kind of request goes into {@code LoadScripts}, its figures into {@code LoadTables}.
 */
@NullMarked
package org.tucai.bench.server;

import org.jspecify.annotations.NullMarked;
