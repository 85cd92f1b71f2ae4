package org.sitrep.corpus;

/**
 * How far an indexing run has come.
 *
 * @param inputs how many inputs have ended
 * @param bytes how many bytes of the files were read
 * @param totalBytes how many bytes the files have, as {@link Corpus#bytes} counts them
 */
public record Progress(long inputs, long bytes, long totalBytes) {}
