/** A server that speaks OpenAI's Realtime protocol. */
@NullMarked
package dev.parley.server;

import org.jspecify.annotations.NullMarked;
