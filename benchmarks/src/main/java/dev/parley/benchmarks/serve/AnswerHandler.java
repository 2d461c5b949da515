package dev.parley.benchmarks.serve;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** Answers the frames of one connection, with one flush for all that one read brought. */
final class AnswerHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

  private final Answer answer;
  private long count;

  AnswerHandler(Answer answer) {
    this.answer = answer;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    count++;
    switch (answer) {
      case Answer.Echo echo -> Later.write(context, frame.retain());
      case Answer.Sink sink -> {}
      case Answer.After after -> {
        WebSocketFrame kept = frame.retain();
        Later.run(
            context.executor(), () -> Later.writeAndFlush(context, kept), after.span().toNanos());
      }
      case Answer.Dropping dropping -> {
        if (count % dropping.every() != 0) {
          Later.write(context, frame.retain());
        }
      }
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
    context.fireChannelReadComplete();
  }
}
