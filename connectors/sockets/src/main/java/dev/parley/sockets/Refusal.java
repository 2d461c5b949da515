package dev.parley.sockets;

/** Why a connection was turned away before any WebSocket was open. */
public enum Refusal {
  /** The server holds as many connections as it may. */
  TOO_MANY,
  /** This address holds as many connections as it may. */
  TOO_MANY_OF_ADDRESS,
  /** The head of the first request took too long. */
  HEAD_TOO_SLOW,
  /** The head of the first request is over a limit. */
  HEAD_TOO_LARGE,
  /** It asks for a WebSocket, but not as RFC 6455 wants it. */
  BAD_UPGRADE,
  /** It speaks plain HTTP where only TLS is spoken. */
  NOT_ENCRYPTED,
  /** The application said no. */
  BY_APPLICATION,
  /** The application did not answer, or failed. */
  NO_ANSWER
}
