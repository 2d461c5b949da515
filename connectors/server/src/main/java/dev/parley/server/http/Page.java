package dev.parley.server.http;

/**
 * A page that somebody else writes.
 *
 * @param contentType what its bytes are
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read once
public record Page(String contentType, byte[] body) {}
