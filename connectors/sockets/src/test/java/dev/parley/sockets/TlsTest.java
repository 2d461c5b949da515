package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private Path pem() {
    return folder.resolve("server.pem");
  }

  private TestServer selfSigned() {
    return new TestServer(settings -> settings.withTls(TlsSettings.selfSigned(pem())));
  }

  private static SSLContext trusting(Path pem) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(pem)) {
      store.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static URI wss(TestServer house, String host) {
    return URI.create("wss://" + host + ":" + house.server.address().getPort() + "/echo");
  }

  @Test
  void socket_underTls_works() {
    try (TestServer house = selfSigned()) {
      SocketClient client =
          SocketClient.start(house.system, ClientSettings.defaults().withTrusted(pem()));
      for (String host : List.of("localhost", "127.0.0.1")) {
        ClientSocket socket = TestServer.get(client.connect(wss(house, host), Map.of(), List.of()));
        byte[] large = Wired.filled(300_000);
        List<WsFrame> sent = List.of(WsFrame.text("a"), new WsFrame.Binary(large));

        assertThat(
                TestServer.get(
                    Source.from(sent)
                        .concat(Source.maybe())
                        .via(socket.socketAnywhere())
                        .take(2)
                        .runWith(Sink.seq(), house.system)))
            .isEqualTo(sent);
      }
      TestServer.get(client.shutdown());
    }
  }

  @Test
  void closingHandshake_underTls_endsWithOneCloseFrame() throws Exception {
    try (TestServer house = selfSigned()) {
      SSLSocket socket =
          (SSLSocket)
              trusting(pem())
                  .getSocketFactory()
                  .createSocket("127.0.0.1", house.server.address().getPort());
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      try (RawPeer peer = new RawPeer(socket)) {
        peer.upgrade("/echo", Optional.empty());
        peer.write(Wired.text("a"), Wired.close(1000, ""));

        assertThat(peer.framesToTheEnd())
            .containsExactly(WsFrame.text("a"), new WsFrame.Close(1000));
      }
    }
  }

  @Test
  void requests_underTls_areAnswered() throws Exception {
    try (TestServer house = selfSigned();
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(pem())).build()) {
      URI uri = URI.create("https://localhost:" + house.server.address().getPort() + "/anything");

      for (int i = 0; i < 3; i++) {
        assertThat(
                client
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body())
            .isEqualTo("asked for /anything");
      }
    }
  }

  @Test
  void client_thatTrustsTheJdkOnly_refusesASelfSignedServer() {
    try (TestServer house = selfSigned()) {
      SocketClient client = SocketClient.start(house.system, ClientSettings.defaults());

      assertThatThrownBy(
              () -> TestServer.get(client.connect(wss(house, "localhost"), Map.of(), List.of())))
          .hasStackTraceContaining(SSLHandshakeException.class.getName());
      TestServer.get(client.shutdown());
    }
  }

  @Test
  void plainText_toATlsPort_isToldInPlainText() throws Exception {
    try (TestServer house = selfSigned();
        RawPeer peer = house.raw()) {
      peer.write(RawPeer.request("/echo", RawPeer.upgradeHeaders()));

      assertThat(peer.head()).startsWith("HTTP/1.1 400 ");
      assertThat(peer.rest()).contains("connect with https:// or wss://");
      assertThat(Seen.next(house.seen.refused)).isEqualTo(Refusal.NOT_ENCRYPTED);
    }
  }

  @Test
  void nonsense_toATlsPort_endsWithoutAWord() {
    try (TestServer house = selfSigned();
        RawPeer peer = house.raw()) {
      peer.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

      assertThat(peer.rest()).doesNotContain("HTTP/1.1");
    }
  }

  @Test
  void certificateAndKey_fromFiles_work() throws Exception {
    SelfSigned own = SelfSigned.make(InstantSource.system());
    Path chain = Files.writeString(folder.resolve("chain.pem"), own.pem());
    Path key =
        Files.writeString(
            folder.resolve("key.pem"),
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(own.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
    try (TestServer house =
        new TestServer(settings -> settings.withTls(TlsSettings.files(chain, key)))) {
      SocketClient client =
          SocketClient.start(house.system, ClientSettings.defaults().withTrusted(chain));

      assertThat(
              TestServer.get(client.connect(wss(house, "localhost"), Map.of(), List.of()))
                  .subprotocol())
          .isEmpty();
      TestServer.get(client.shutdown());
    }
  }

  @Test
  void filesThatCannotBeUsed_areNamedInOneSentence() throws IOException {
    Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
    Path missing = folder.resolve("missing.pem");

    assertThatThrownBy(() -> TlsContexts.server(TlsSettings.files(nonsense, nonsense)))
        .isInstanceOf(TlsFailed.class)
        .hasMessageContaining("nonsense.pem")
        .hasMessageContaining("PEM");
    assertThatThrownBy(() -> TlsContexts.server(TlsSettings.files(missing, nonsense)))
        .isInstanceOf(TlsFailed.class)
        .hasMessage("The certificates cannot be read from " + missing + ".");
    assertThatThrownBy(() -> TlsContexts.client(Optional.of(missing)))
        .isInstanceOf(TlsFailed.class)
        .hasMessageContaining("missing.pem");
  }

  @Test
  void certificate_thatIsMade_isForThisMachineOnly() throws Exception {
    X509Certificate certificate = SelfSigned.make(InstantSource.system()).certificate();

    assertThat(certificate.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    certificate.checkValidity();
  }
}
