package org.rollbook.registry.sharing;

import java.util.List;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;
import org.rollbook.core.share.Share;
import org.rollbook.registry.intake.DistrictKey;

/** What districts share with apps (H6). Every method is one transaction. Thread-safe. */
public interface Sharing {
  /**
   * Sets what {@code district} shares with {@code app}, from now on and for the roster of now;
   * creates, updates and deletes become events of the app.
   *
   * @return the token to read with; absent for an app that people only sign in with
   * @throws SharingRefused when there is no such district, school or section, or a required field
   *     is refused
   */
  Optional<DistrictToken> share(AppId app, DistrictKey district, Share share);

  /** What {@link #share} would make appear and disappear; changes nothing. */
  SharePreview preview(AppId app, DistrictKey district, Share share);

  /** Takes a share back: everything is deleted for the app, and its token is void. */
  void unshare(AppId app, DistrictKey district);

  /** The share of now; absent when there is none or it was taken back. */
  Optional<Share> shareOf(AppId app, DistrictKey district);

  /** The tokens of all districts that share with {@code app}, by district. */
  List<DistrictToken> tokens(AppId app);

  /** Makes the former token void, and a new one. */
  DistrictToken rotate(AppId app, DistrictKey district);

  /** Who reads with {@code token}; absent when it is void. */
  Optional<Reader> reader(String token);

  /** Who reads for a person that signed in with {@code app}; absent when nothing is shared. */
  Optional<Reader> reader(AppId app, DistrictKey district);

  /**
   * Why {@code record} is in the share: the rule's own text, as it was set; absent when it is not
   * there.
   */
  Optional<String> why(AppId app, DistrictKey district, RecordId record);
}
