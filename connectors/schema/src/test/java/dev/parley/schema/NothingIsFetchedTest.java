package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema comes from a stranger, and must not make the server call anybody. */
class NothingIsFetchedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$ref': 'URL'}",
        "{'$ref': 'URL#/$defs/a'}",
        "{'$schema': 'URL'}",
        "{'properties': {'a': {'$ref': 'URL'}}}",
        "{'$id': 'URL', '$ref': 'other.json'}",
        "{'properties': {'a': {'$id': 'URL', '$ref': '#/x'}}}",
        "{'$dynamicRef': 'URL'}",
        "{'$vocabulary': {'URL': true}}",
        "{'not': {'$ref': 'jar:URL!/x'}}"
      })
  void schemaThatPointsOut_isRefused_andNobodyIsCalled(String json) throws IOException {
    try (ServerSocketChannel server = listening()) {
      String schema = withAddress(json, server.socket());

      assertThatThrownBy(() -> ToolSchema.parse(schema))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> JsonCheck.of(schema)).isInstanceOf(IllegalArgumentException.class);
      assertThat(server.accept()).as("a connection").isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$id': 'URL', 'properties': {'a': {'$ref': '#/$defs/a'}}, '$defs': {'a': {'const': 1}}}",
        "{'const': {'$ref': 'URL'}}",
        "{'unknown': {'$ref': 'URL'}, 'description': 'URL'}"
      })
  void schemaThatOnlyNamesAnAddress_isTaken_andNobodyIsCalled(String json) throws IOException {
    try (ServerSocketChannel server = listening()) {
      ToolSchema schema = ToolSchema.parse(withAddress(json, server.socket()));

      assertThat(schema.validate(schema.example())).isEmpty();
      assertThat(schema.validate("{\"a\": 2}")).isNotNull();
      assertThat(server.accept()).as("a connection").isNull();
    }
  }

  private static ServerSocketChannel listening() throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
    return server;
  }

  private static String withAddress(String json, ServerSocket server) {
    return json.replace('\'', '"').replace("URL", "http://127.0.0.1:" + server.getLocalPort());
  }
}
