package dev.parley.sockets;

/** Takes what a {@link FrameReader} finds. */
interface FrameSink {

  /** A whole message, a ping or a pong. */
  void onFrame(WsFrame frame);

  /** The peer's close frame; nothing is read behind it. */
  void onClose(WsFrame.Close close);

  /** The peer broke a rule; nothing is read behind it. */
  void onViolation(int code, String reason);
}
