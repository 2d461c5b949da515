package dev.parley.app.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.slf4j.event.KeyValuePair;

/**
 * The log for machines: one JSON object an event, flat, on a line of its own. {@code time}, {@code
 * level}, {@code logger} and {@code message} are always there; what an event says besides, such as
 * {@code call}, follows under its own name, and a failure as {@code error}.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {

  /** In UTC, always with milliseconds, so that texts sort as times do. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", TIME.format(event.getInstant()));
    line.put("level", event.getLevel().toString());
    line.put("logger", event.getLoggerName());
    line.put("message", event.getFormattedMessage());
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> add(line, pair));
    }
    IThrowableProxy failure = event.getThrowableProxy();
    if (failure != null) {
      line.put("error", ThrowableProxyUtil.asString(failure));
    }
    return (line + "\n").getBytes(UTF_8);
  }

  /** An event's own words win over what it says besides. */
  private static void add(ObjectNode line, KeyValuePair pair) {
    if (line.has(pair.key)) {
      return;
    }
    switch (pair.value) {
      case null -> line.putNull(pair.key);
      case Integer number -> line.put(pair.key, number);
      case Long number -> line.put(pair.key, number);
      case Double number -> line.put(pair.key, number);
      case Boolean truth -> line.put(pair.key, truth);
      default -> line.put(pair.key, pair.value.toString());
    }
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }
}
