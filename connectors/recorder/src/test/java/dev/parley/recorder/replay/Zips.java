package dev.parley.recorder.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The files of a recording, to be changed. */
final class Zips {

  private Zips() {}

  static Map<String, byte[]> unpack(Path zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile open = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> all = open.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        files.put(entry.getName(), open.getInputStream(entry).readAllBytes());
      }
    }
    return files;
  }

  static void pack(Map<String, byte[]> files, Path target) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(1);
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    Files.write(target, bytes.toByteArray());
  }

  static String text(Path zip, String name) throws IOException {
    return new String(Objects.requireNonNull(unpack(zip).get(name)), StandardCharsets.UTF_8);
  }

  /** The same recording with another file of that name. */
  static void packWith(Path zip, String name, String content, Path target) throws IOException {
    Map<String, byte[]> files = unpack(zip);
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
    pack(files, target);
  }
}
