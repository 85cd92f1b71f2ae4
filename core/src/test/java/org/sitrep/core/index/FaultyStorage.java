package org.sitrep.core.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.sitrep.core.index.store.SteadyDirectory;
import org.sitrep.core.index.store.Storage;

/** A disk that fails at one call, from one call on, or when it is full. */
final class FaultyStorage implements Storage {
  static final String ERROR = "input/output error";
  static final String FULL = "No space left on device";

  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private long firstFailing = Long.MAX_VALUE;
  private long lastFailing = Long.MAX_VALUE;
  private long capacity = Long.MAX_VALUE;

  private FaultyStorage() {}

  static FaultyStorage sound() {
    return new FaultyStorage();
  }

  static FaultyStorage failingAt(long call) {
    FaultyStorage storage = failingFrom(call);
    storage.lastFailing = call;
    return storage;
  }

  static FaultyStorage failingFrom(long call) {
    FaultyStorage storage = new FaultyStorage();
    storage.firstFailing = call;
    return storage;
  }

  static FaultyStorage ofBytes(long capacity) {
    FaultyStorage storage = new FaultyStorage();
    storage.capacity = capacity;
    return storage;
  }

  long calls() {
    return calls.get();
  }

  long bytes() {
    return bytes.get();
  }

  boolean isFull() {
    return bytes.get() > capacity;
  }

  private void call() throws IOException {
    long call = calls.incrementAndGet();
    if (call >= firstFailing && call <= lastFailing) {
      throw new IOException(ERROR);
    }
  }

  private void write(long length) throws IOException {
    if (bytes.addAndGet(length) > capacity) {
      throw new IOException(FULL);
    }
  }

  @Override
  public Directory open(Path folder) throws IOException {
    call();
    return new Files(SteadyDirectory.open(folder));
  }

  private final class Files extends FilterDirectory {
    Files(Directory sound) {
      super(sound);
    }

    @Override
    public String[] listAll() throws IOException {
      call();
      return super.listAll();
    }

    @Override
    public void deleteFile(String name) throws IOException {
      call();
      super.deleteFile(name);
    }

    @Override
    public long fileLength(String name) throws IOException {
      call();
      return super.fileLength(name);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      call();
      return new Output(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      call();
      return new Output(super.createTempOutput(prefix, suffix, context));
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      call(); // and no more: what a machine that stops would lose is not tested here
    }

    @Override
    public void rename(String source, String dest) throws IOException {
      call();
      super.rename(source, dest);
    }

    @Override
    public void syncMetaData() throws IOException {
      call();
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      call();
      return super.openInput(name, context);
    }

    @Override
    public Lock obtainLock(String name) throws IOException {
      call();
      return super.obtainLock(name);
    }
  }

  private final class Output extends FilterIndexOutput {
    Output(IndexOutput sound) {
      super("faulty " + sound, sound.getName(), sound);
    }

    @Override
    public void writeByte(byte b) throws IOException {
      write(1);
      super.writeByte(b);
    }

    @Override
    public void writeBytes(byte[] b, int offset, int length) throws IOException {
      write(length);
      super.writeBytes(b, offset, length);
    }

    @Override
    public void close() throws IOException {
      try {
        call();
      } finally {
        super.close();
      }
    }
  }
}
