package dev.parley.server.realtime;

import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.response.Part;
import java.util.List;
import java.util.Optional;

/** An output item in the making. One owner. */
sealed interface LivePart {

  String itemId();

  /** Its place among the response's output. */
  int index();

  ItemStatus status();

  void end(ItemStatus status);

  /** The item as it stands. */
  WireItem item();

  /** Whether it is good for anything as it stands: half a call is none. */
  boolean isWhole();

  /** How much faster than the model made it its client has it. */
  double speed();

  default boolean isOpen() {
    return status() == ItemStatus.IN_PROGRESS;
  }

  /** The model's words, spoken or written. */
  final class Message implements LivePart {
    private final String itemId;
    private final int index;
    private final boolean spoken;
    private final AudioCodec.Encoder encoder;
    private final double speed;
    private final StringBuilder text = new StringBuilder();
    private ItemStatus status = ItemStatus.IN_PROGRESS;
    private long samples;

    /**
     * @param speed how much faster than the model made it its speech is played
     */
    Message(String itemId, int index, boolean spoken, AudioCodec.Encoder encoder, double speed) {
      this.itemId = itemId;
      this.index = index;
      this.spoken = spoken;
      this.encoder = encoder;
      this.speed = speed;
    }

    @Override
    public String itemId() {
      return itemId;
    }

    @Override
    public int index() {
      return index;
    }

    @Override
    public ItemStatus status() {
      return status;
    }

    @Override
    public void end(ItemStatus how) {
      status = how;
    }

    @Override
    public boolean isWhole() {
      return true;
    }

    @Override
    public double speed() {
      return speed;
    }

    boolean isSpoken() {
      return spoken;
    }

    AudioCodec.Encoder encoder() {
      return encoder;
    }

    void say(String more) {
      text.append(more);
    }

    void play(long more) {
      samples += more;
    }

    String text() {
      return text.toString();
    }

    /** How much speech the model made, in samples; it may be played in less or more time. */
    long samplesMade() {
      return Math.round(samples * speed);
    }

    /** The content as it streams. */
    Part part() {
      return spoken ? new Part.Audio(text()) : new Part.Text(text());
    }

    @Override
    public WireItem item() {
      List<Content> content =
          text.isEmpty() && samples == 0
              ? List.of()
              : List.of(
                  spoken
                      ? new Content.OutputAudio(text(), Optional.empty())
                      : new Content.OutputText(text()));
      return new WireItem(itemId, status, new ItemBody.Message(Role.ASSISTANT, content));
    }
  }

  /** The model calls a tool. */
  final class Call implements LivePart {
    private final String itemId;
    private final int index;
    private final String callId;
    private final String name;
    private final StringBuilder arguments = new StringBuilder();
    private ItemStatus status = ItemStatus.IN_PROGRESS;
    private boolean whole;

    Call(String itemId, int index, String callId, String name) {
      this.itemId = itemId;
      this.index = index;
      this.callId = callId;
      this.name = name;
    }

    @Override
    public String itemId() {
      return itemId;
    }

    @Override
    public int index() {
      return index;
    }

    @Override
    public ItemStatus status() {
      return status;
    }

    @Override
    public void end(ItemStatus how) {
      status = how;
    }

    String callId() {
      return callId;
    }

    String name() {
      return name;
    }

    void add(String json) {
      arguments.append(json);
    }

    /** All arguments are there: from now on it is a call. */
    void complete() {
      whole = true;
    }

    @Override
    public boolean isWhole() {
      return whole;
    }

    @Override
    public double speed() {
      return 1;
    }

    String arguments() {
      return arguments.toString();
    }

    @Override
    public WireItem item() {
      return new WireItem(itemId, status, new ItemBody.FunctionCall(callId, name, arguments()));
    }
  }
}
