package org.rollbook.web;

import java.time.Duration;

/**
 * How a server serves.
 *
 * @param threads what the names of its threads begin with, in logs
 * @param toFinish how long requests under way may take when it closes
 * @param headers what every answer tells browsers
 */
public record Serving(String threads, Duration toFinish, SecurityHeaders headers) {}
