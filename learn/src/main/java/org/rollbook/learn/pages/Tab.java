package org.rollbook.learn.pages;

/** The parts of the app that the navigation names. */
public enum Tab {
  CLASSES("Classes", "/classes"),
  /** For students only. */
  MASTERY("My skills", "/mastery");

  private final String title;
  private final String path;

  Tab(String title, String path) {
    this.title = title;
    this.path = path;
  }

  public String title() {
    return title;
  }

  public String path() {
    return path;
  }
}
