package org.rollbook.app.sharing;

import java.util.Optional;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.DistrictToken;
import org.rollbook.registry.sharing.SharePreview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code share}: what a district lets an app see (H6). */
@Command(
    name = "share",
    description = "Sets what a district shares with an app, and prints the district's token.")
public final class ShareCommand extends NodeCommand {
  @Parameters(paramLabel = "APP", description = "The app's name, client id or id.")
  private String app = "";

  @Option(names = "--district", required = true, paramLabel = "ID", description = "The district.")
  private String district = "";

  @Mixin private ShareOptions wanted = new ShareOptions();

  @Option(
      names = "--preview",
      description = "Only show who and what would appear and disappear; change nothing.")
  private boolean preview;

  public ShareCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) {
    App shared = KnownApps.find(node, app);
    var key = new DistrictKey(district);
    var share = wanted.share();
    SharePreview before = node.sharing().preview(shared.id(), key, share);
    if (preview) {
      tell(before);
    } else {
      tell(shared, before, node.sharing().share(shared.id(), key, share));
    }
    return ExitCode.DONE;
  }

  private void tell(SharePreview before) {
    if (json()) {
      console().json(json -> PreviewDocument.write(json, before));
      return;
    }
    new PreviewText(console()).print(before);
    console().gap();
    console().line("Nothing was changed. The same command without --preview does it.");
  }

  private void tell(App shared, SharePreview before, Optional<DistrictToken> token) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeName("token");
            token.ifPresentOrElse(t -> json.writeString(t.token()), json::writeNull);
            token.ifPresent(t -> json.writeStringProperty("district", t.record().hex()));
            json.writeEndObject();
          });
      return;
    }
    new PreviewText(console()).counts(before);
    console().gap();
    token.ifPresentOrElse(
        t -> console().line("district %s  token  %s", t.record().hex(), t.token()),
        () -> console().line("%s is for sign-in only: there is no token.", shared.about().name()));
  }
}
