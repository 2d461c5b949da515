package dev.parley.playground;

import java.util.List;

/** The files that are handed out: these, and no other resource. */
final class PageFiles {

  /** What is asked for as {@code /}. */
  static final String INDEX = "index.html";

  private static final List<String> PATHS =
      List.of(
          INDEX,
          "audio/capture-worklet.js",
          "audio/playback-worklet.js",
          "audio/voice.js",
          "base.css",
          "call.js",
          "connection.js",
          "core/access.js",
          "core/errors.js",
          "core/latency.js",
          "core/log.js",
          "core/pcm.js",
          "core/peaks.js",
          "core/play-queue.js",
          "core/reconnect.js",
          "core/resample.js",
          "core/sent-audio.js",
          "core/session.js",
          "core/settings.js",
          "core/snippets.js",
          "core/tool-list.js",
          "core/tools.js",
          "core/transcript.js",
          "core/turns.js",
          "icon.svg",
          "main.js",
          "page.css",
          "tool-desk.js",
          "view/code-view.js",
          "view/dom.js",
          "view/kept.js",
          "view/keys.js",
          "view/latency-view.js",
          "view/log-view.js",
          "view/meter.js",
          "view/openers-view.js",
          "view/settings-view.js",
          "view/status.js",
          "view/tabs.js",
          "view/transcript-view.js",
          "view/turns-view.js",
          "view/waves.js");

  private PageFiles() {}

  /** All of them, read anew. */
  static List<PageFile> read() {
    return PATHS.stream().map(PageFile::read).toList();
  }
}
