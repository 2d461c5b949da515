package dev.parley.sockets;

/** Which end of a connection somebody is. */
enum Side {
  SERVER,
  CLIENT
}
