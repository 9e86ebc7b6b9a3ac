package org.rollbook.sources;

/**
 * Something about a snapshot that a person at the school should know, or mend in the source (H3).
 *
 * @param file the file's name inside the snapshot, without a folder
 * @param line the line that the row starts on, counted from 1 for the header; 0 when the finding is
 *     about the file as a whole
 * @param column the column as the file's own header writes it; empty text when it is about the row
 * @param code stable, for scripts: capital letters and underscores
 * @param message one sentence that a school secretary understands, without a student's data beyond
 *     the id or value at fault
 */
public record Finding(String file, long line, String column, String code, String message) {}
