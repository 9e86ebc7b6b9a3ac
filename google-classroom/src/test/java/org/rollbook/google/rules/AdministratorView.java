package org.rollbook.google.rules;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.sync.testing.Classroom.SeenClass;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a Workspace's administrator sees of its classes, over HTTP and not through the product. */
public final class AdministratorView implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final URI root;
  private final String admin;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param root where the emulator answers, with a slash at its end
   * @param admin the administrator's address
   */
  public AdministratorView(URI root, String admin) {
    this.root = root;
    this.admin = admin;
  }

  /** Every class there is, oldest first. */
  public List<SeenClass> classes() {
    var addresses = addresses();
    var seen = new ArrayList<SeenClass>();
    for (var course : pages("v1/courses?pageSize=500", "courses")) {
      var id = course.get("id").asString();
      seen.add(
          new SeenClass(
              id,
              course.get("name").asString(),
              addresses.getOrDefault(course.get("ownerId").asString(), "?"),
              course.get("courseState").asString(),
              members(id, "teachers", addresses),
              members(id, "students", addresses)));
    }
    Collections.reverse(seen);
    return seen;
  }

  private SortedSet<String> members(String id, String list, Map<String, String> addresses) {
    var found = new TreeSet<String>();
    for (var member : pages("v1/courses/" + id + "/" + list + "?pageSize=1000", list)) {
      found.add(addresses.getOrDefault(member.get("userId").asString(), "?"));
    }
    return found;
  }

  private Map<String, String> addresses() {
    var byId = new TreeMap<String, String>();
    for (var user :
        pages("admin/directory/v1/users?customer=my_customer&maxResults=500", "users")) {
      byId.put(user.get("id").asString(), user.get("primaryEmail").asString());
    }
    return byId;
  }

  private List<JsonNode> pages(String path, String list) {
    var all = new ArrayList<JsonNode>();
    var token = "";
    do {
      var page = call(admin, "GET", path + token, "");
      Optional.ofNullable(page.get(list)).ifPresent(items -> items.forEach(all::add));
      var next = page.get("nextPageToken");
      token =
          next == null
              ? ""
              : "&pageToken=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
    } while (!token.isEmpty());
    return all;
  }

  /** One call with a person's own token. */
  JsonNode call(String person, String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Authorization", "Bearer user:" + person)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 204) {
        return JSON.missingNode();
      }
      if (response.statusCode() != 200) {
        throw new AssertionError(method + " " + path + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
