package dev.parley.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallPageTest {

  private static final String HOSTILE =
      "</script><script>alert(1)</script><!--<img src=x"
          + " onerror=alert(1)>&amp;\u2028\u2029{{script}}";

  private final Path folder;
  private final Path page;
  private Path wav;

  CallPageTest(@TempDir Path folder) {
    this.folder = folder;
    this.page = folder.resolve("call.html");
    this.wav = folder.resolve("call.wav");
  }

  @Test
  void equalCalls_makeEqualPages() throws IOException {
    String first = write(SampleCall.report("a.wav"));
    String second = write(SampleCall.report("a.wav"));

    assertThat(second).isEqualTo(first).doesNotContain("{{");
  }

  @Test
  void data_isTheReport() throws IOException {
    CallReport report = SampleCall.report("a.wav");
    ObjectMapper json = new ObjectMapper();

    JsonNode data = data(write(report));

    assertThat(data.get("report")).isEqualTo(json.readTree(json.writeValueAsString(report)));
    assertThat(data.at("/waveform/seconds").asDouble()).isEqualTo(27.5);
    assertThat(data.at("/audio/embedded").asBoolean()).isTrue();
  }

  @Test
  void hostileTexts_areDataAndNothingElse() throws IOException {
    String plain = write(SampleCall.report("a.wav"));
    String hostile = write(SampleCall.report(HOSTILE));

    assertThat(data(hostile).at("/report/input/file").asText()).isEqualTo(HOSTILE);
    assertThat(hostile).doesNotContain("\u2028", "\u2029", "alert(1)<");
    assertThat(count(hostile, "<script")).isEqualTo(count(plain, "<script"));
    assertThat(count(hostile, "</script")).isEqualTo(count(plain, "</script"));
  }

  @Test
  void policy_allowsItsOwnScriptAndStyleAndNoAddress() throws Exception {
    String html = write(SampleCall.report("a.wav"));
    String policy = group(html, "Content-Security-Policy\" content=\"([^\"]*)\"");

    assertThat(policy)
        .startsWith("default-src 'none';")
        .contains("style-src '" + hash(group(html, "<style>(.*?)</style>")))
        .contains("script-src '" + hash(group(html, "<script type=\"module\">(.*?)</script>")))
        .contains("media-src data:;")
        .doesNotContain("unsafe", "http", "*");
    assertThat(html).doesNotContainPattern("https?://");
  }

  @Test
  void audio_isEmbeddedAsItIs() throws IOException {
    String html = write(SampleCall.report("a.wav"));

    String base64 = group(html, "<audio [^>]*src=\"data:audio/wav;base64,([^\"]*)\"");
    assertThat(Base64.getDecoder().decode(base64)).isEqualTo(Files.readAllBytes(wav));
  }

  @Test
  void longAudio_isLinkedTo() throws IOException {
    wav = Files.createDirectory(folder.resolve("50% \"loud\" #1")).resolve("call.wav");
    SampleCall.write(wav, SampleCall.nothing());
    try (RandomAccessFile file = new RandomAccessFile(wav.toFile(), "rw")) {
      file.setLength(CallPage.MOST_EMBEDDED + 1);
    }
    CallPage.write(page, SampleCall.nothing(), wav);
    String html = Files.readString(page);

    assertThat(html)
        .contains("src=\"50%25%20%22loud%22%20%231/call.wav\"")
        .contains("media-src 'self' file:;");
    assertThat(data(html).at("/audio/embedded").asBoolean()).isFalse();
  }

  private String write(CallReport report) throws IOException {
    SampleCall.write(wav, report);
    CallPage.write(page, report, wav);
    return Files.readString(page);
  }

  private static JsonNode data(String html) throws IOException {
    return new ObjectMapper()
        .readTree(group(html, "<script id=\"data\" type=\"application/json\">(.*?)</script>"));
  }

  private static String group(String html, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(html);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), /* limit= */ -1).length - 1;
  }

  private static String hash(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }
}
