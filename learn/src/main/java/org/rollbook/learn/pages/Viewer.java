package org.rollbook.learn.pages;

import org.rollbook.learn.people.Person;

/** Who looks at a page. A parameter of this type of a controller's method is who is signed in. */
public record Viewer(Person person) {}
