/**
 * Measures the product. Speed is measured with JMH, each figure beside a raw measure of Lucene in
 * the same run, so that ratios can be quoted whatever the machine.
 */
@NullMarked
package org.sitrep.bench;

import org.jspecify.annotations.NullMarked;
