package org.rollbook.app;

import java.net.URI;
import java.nio.file.Path;
import org.rollbook.app.serving.NodeStatus;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;

/** A hub that serves a home directory to whoever asks, while commands work on it. */
final class ServedHome implements AutoCloseable {
  private final Node node;
  private final RollbookServer server;

  ServedHome(Path home) {
    node = Node.open(NodeSettings.of(home));
    var signIn = node.signIn(0);
    var api =
        new DataApi(
            node.database(), node.apps(), node.sharing(), node.publication(), signIn, node.clock());
    server =
        RollbookServer.start(ServerSettings.onThisMachine(0), new NodeStatus(node), api, signIn);
  }

  Node node() {
    return node;
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  @Override
  public void close() {
    server.close();
    node.close();
  }
}
