package dev.parley.sockets;

/** Told to every connection when the server ends: who is not at work may go. */
enum Closing {
  NOW
}
