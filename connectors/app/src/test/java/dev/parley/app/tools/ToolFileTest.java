package dev.parley.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.engine.tool.ToolSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of tools, good and bad. */
class ToolFileTest {

  private static final String ALLOW = "'allow':{'commands':['./run'],'hosts':['shop.example']}";
  private static final String RUN = "'run':{'command':['./run']}";

  private final Path folder;
  private final Path file;

  ToolFileTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.file = folder.resolve("tools.json");
    Path program = Files.writeString(folder.resolve("run"), "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("text"), "no program");
  }

  private Toolkit read(String json) throws IOException {
    Files.writeString(file, json.replace('\'', '"'));
    return ToolFile.read(
        file, Map.of("KEY", "secret", "EMPTY", "", "LINES", "secret\r\nHost: evil"));
  }

  @Test
  void goodFile_bringsToolsAndInstructions() throws IOException {
    Toolkit tools =
        read(
            """
            {'instructions':'say when a: Yes.',%s,'tools':[
              {'type':'function','name':'a','description':'Do a.',
               'parameters':{'type':'object','properties':{'n':{'type':'integer'}}},
               'run':{'command':['./run','-x'],'timeout':'500ms'}},
              {'name':'b','run':{'http':'https://shop.example/b','method':'PUT','timeout':'25s'}},
              {'name':'c','run':{'http':'https://SHOP.example:8443/c'}}]}
            """
                .formatted(ALLOW));

    assertThat(tools.instructions()).isEqualTo("say when a: Yes.");
    try (VirtualWorld<Void> world = Boxes.world()) {
      assertThat(tools.open(CallLine.in(world.system())).specs())
          .containsExactly(
              new ToolSpec(
                  "a",
                  "Do a.",
                  "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}}}"),
              new ToolSpec("b", "", "{\"type\":\"object\"}"),
              new ToolSpec("c", "", "{\"type\":\"object\"}"));
    }
  }

  @Test
  void headers_mayNameVariables() {
    JsonNode headers =
        new ObjectMapper()
            .valueToTree(Map.of("Authorization", "Bearer ${KEY}", "X-Price", "5 $ ${KEY}${KEY}"));

    assertThat(Headers.read("x", headers, Map.of("KEY", "a$1b")).byName())
        .isEqualTo(Map.of("Authorization", "Bearer a$1b", "X-Price", "5 $ a$1ba$1b"));
  }

  @Test
  void fileWithoutTools_bringsNone() throws IOException {
    assertThat(read("{'tools':[]}").instructions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'command':['rm']} | runs "rm", which is not allowed: add it to commands in "allow"
          {'command':['run']} | runs "run", which is not allowed
          {'command':['./run;rm']} | runs "./run;rm", which is not allowed
          {'command':['./gone']} | runs "./gone", which is no program here: install it
          {'command':['./text']} | runs "./text", which is no program here
          {'command':['no-such-program-anywhere']} | which is no program here
          {'command':[]} | has an empty command: name a program
          {'command':['']} | command must be a list of texts that are not empty
          {'command':'./run'} | command must be a list of texts
          {'command':['./run',1]} | command must be a list of texts
          {'command':['./run'],'http':'https://shop.example/'} | must run either a "command" or an "http"
          {} | must run either a "command" or an "http" address
          [] | must be a JSON object in braces
          {'command':['./run'],'shell':true} | has an unknown member "shell": it may have command, timeout
          {'command':['./run'],'headers':{}} | has an unknown member "headers": it may have command, timeout
          {'http':'https://shop.example/','headers':[]} | : headers must be a JSON object
          {'http':'https://shop.example/','headers':{'A':5}} | : headers: A must be a text
          {'http':'https://shop.example/','headers':{'A b':'x'}} | : headers has a name that no header can have
          {'http':'https://shop.example/','headers':{'host':'x'}} | : headers: host is set by Parley: remove it
          {'http':'https://shop.example/','headers':{'A':'x','a':'x'}} | : headers has a twice: remove one
          {'http':'https://shop.example/','headers':{'A':'Bearer ${GONE}'}} | : headers: A needs the environment variable GONE: set it, or remove the header
          {'http':'https://shop.example/','headers':{'A':'${EMPTY}'}} | needs the environment variable EMPTY
          {'http':'https://shop.example/','headers':{'A':'${LINES}'}} | : headers: A must be one line of ASCII
          {'http':'https://shop.example/','headers':{'A':'${KEY'}} | : headers: A has a variable that does not end
          {'command':['./run'],'timeout':'5'} | timeout must be a time up to 25 s, such as "5s"
          {'command':['./run'],'timeout':'0s'} | timeout must be a time up to 25 s
          {'command':['./run'],'timeout':'26s'} | timeout must be a time up to 25 s
          {'command':['./run'],'timeout':5} | timeout must be a text
          {'http':'https://evil.example/'} | asks "evil.example", which is not allowed: add it to hosts
          {'http':'https://shop.example.evil.example/'} | which is not allowed
          {'http':'https://me:secret@shop.example/'} | has no address that can be asked
          {'http':'file:///etc/passwd'} | has no address that can be asked
          {'http':'shop.example'} | has no address that can be asked
          {'http':'https:// shop.example'} | has no address that can be asked
          {'http':'https://shop.example/','method':'GET'} | method must be POST, PUT or PATCH
          {'http':5} | http must be a text
          """)
  void runThatIsNotAllowed_isRefused_withFileAndTool(String run, String sentence) {
    String json =
        "{'allow':{'commands':['./run','./gone','./text','no-such-program-anywhere'],"
            + "'hosts':['shop.example']},'tools':[{'name':'weather','run':"
            + run
            + "}]}";
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tools.json: the tool \"weather\"")
        .hasMessageContaining(sentence)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "secret"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'name':'a','parameters':{'type':'banana'},RUN} | the tool "a" has parameters that are no JSON Schema
          {'name':'a','parameters':[],RUN} | the tool "a" has parameters that are no JSON Schema
          {'name':'a','parameters':{'type':'string'},RUN} | the tool "a": parameters must be of the type "object"
          {'name':'a b',RUN} | a tool's name has 1 to 64 letters
          {'name':'a',RUN},{'name':'a',RUN} | has two tools called "a": give each its own name
          {RUN} | tool 1 has no name: give it one
          5 | tool 1 must be a JSON object
          {'name':'a'} | the tool "a": run must be a JSON object in braces
          {'name':'a','type':'web_search',RUN} | the tool "a" must have "type": "function"
          {'name':'a','desciption':'x',RUN} | the tool "a" has an unknown member "desciption"
          """)
  void toolThatIsNone_isRefused(String tool, String sentence) {
    String json = "{" + ALLOW + ",'tools':[" + tool.replace("RUN", RUN) + "]}";
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tools.json")
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'tools':[]                | tools.json is no JSON: see line 1
          {'tools':[]} {}            | tools.json is no JSON: see line 1
          {'tools':[],'tools':[]}    | tools.json is no JSON: see line 1
          ``                         | tools.json must be a JSON object in braces
          []                         | tools.json must be a JSON object in braces
          {}                         | tools.json has no tools
          {'tools':{}}               | tools.json has no tools
          {'tools':[],'alow':{}}     | tools.json has an unknown member "alow"
          {'tools':[],'allow':[]}    | tools.json: allow must be a JSON object
          {'tools':[],'allow':{'commands':'x'}} | tools.json: allow: commands must be a list of texts
          {'tools':[],'instructions':5} | tools.json: instructions must be a text
          """)
  void fileThatIsNone_isRefused(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void fileThatCannotBeRead_isRefused() throws IOException {
    assertThatThrownBy(() -> ToolFile.read(folder.resolve("none.json")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("none.json does not exist: name a file of tools, examples or none");
    assertThatThrownBy(() -> ToolFile.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is a folder");
    Files.write(
        file, "{\"tools\":[],\"instructions\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ToolFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tools.json is no text in UTF-8: save it as such");
    Files.write(file, new byte[1024 * 1024 + 1]);
    assertThatThrownBy(() -> ToolFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longer than 1 MB");
  }
}
