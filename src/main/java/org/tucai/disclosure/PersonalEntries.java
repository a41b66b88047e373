package org.tucai.disclosure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.picture.PictureType;
import org.tucai.platform.blob.BlobDamagedException;
import org.tucai.platform.blob.BlobMissingException;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.privacy.SealBrokenException;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.web.ArchiveEntry;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.ZipPieces;

/** The entries of one copy: those of the account, those of each capture, and at last what they are. One page or picture is in memory at a time. */
final class PersonalEntries implements ZipPieces.Entries {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalEntries.class);
    private static final int AS_IT_IS = 0; // pictures do not compress further

    private final List<PersonalData> features;
    private final Iterator<String> captures;
    private final Language language;
    private final ReadableJson json;
    private final Instant at;
    private final Deque<PersonalFile> files = new ArrayDeque<>();
    private final List<String> unreadable = new ArrayList<>();
    private String folder = "";
    private @Nullable Iterator<? extends List<?>> pages;
    private boolean begun;

    PersonalEntries(
            List<PersonalData> features,
            String accountNo,
            List<String> captureNos,
            Language language,
            ReadableJson json,
            Instant at) {
        this.features = features;
        this.captures = captureNos.iterator();
        this.language = language;
        this.json = json;
        this.at = at;
        features.forEach(f -> files.addAll(f.ofAccount(accountNo, language)));
    }

    @Override
    public boolean writeNext(ZipOutputStream zip) throws IOException {
        if (pages != null) {
            writePage(pages, zip);
            return true;
        }
        if (files.isEmpty() && captures.hasNext()) {
            String no = captures.next();
            folder = "captures/" + no + "/";
            features.forEach(f -> files.addAll(f.ofCapture(no, language)));
        }
        PersonalFile file = files.poll();
        if (file != null) {
            write(file, zip);
            return true;
        }
        begin("说明.txt", Deflater.DEFAULT_COMPRESSION, zip);
        zip.write(Explanation.of(kinds(), unreadable, at).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return false;
    }

    private void write(PersonalFile file, ZipOutputStream zip) throws IOException {
        switch (file) {
            case PersonalFile.Document document -> write(document, zip);
            case PersonalFile.Listing listing -> {
                begin(folder + listing.name(), Deflater.DEFAULT_COMPRESSION, zip);
                zip.write('[');
                begun = false;
                pages = listing.pages();
            }
            case PersonalFile.Picture picture -> write(picture, zip);
        }
    }

    /** One of which something sealed does not open is listed at the end instead. */
    private void write(PersonalFile.Document document, ZipOutputStream zip) throws IOException {
        byte[] content;
        try {
            content = json.write(document.value().get());
        } catch (SealBrokenException e) {
            unreadable(document.name());
            return;
        }
        begin(folder + document.name(), Deflater.DEFAULT_COMPRESSION, zip);
        zip.write(content);
        zip.closeEntry();
    }

    private void writePage(Iterator<? extends List<?>> rest, ZipOutputStream zip) throws IOException {
        for (Object row : rest.next()) {
            zip.write(begun ? ",\n".getBytes(StandardCharsets.UTF_8) : new byte[] {'\n'});
            zip.write(json.write(row));
            begun = true;
        }
        if (!rest.hasNext()) {
            zip.write("\n]\n".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            pages = null;
        }
    }

    /** A picture that was deleted since its row was read, or is damaged, is listed at the end instead: the rest is the student's all the same. */
    private void write(PersonalFile.Picture picture, ZipOutputStream zip) throws IOException {
        byte[] content;
        try {
            content = picture.content().get();
        } catch (ProblemException | BlobMissingException | BlobDamagedException e) {
            unreadable(picture.name());
            return;
        }
        String name = picture.name() + PictureType.extension(content);
        begin(folder + name, AS_IT_IS, zip);
        zip.write(content);
        zip.closeEntry();
        picture.written().accept(name);
    }

    private void unreadable(String name) {
        LOG.warn("{}{} of a personal copy cannot be read", folder, name);
        unreadable.add(folder + name);
    }

    private void begin(String name, int level, ZipOutputStream zip) throws IOException {
        zip.setLevel(level);
        zip.putNextEntry(ArchiveEntry.of(name, at));
    }

    private List<PersonalData.Kind> kinds() {
        return features.stream()
                .flatMap(f -> f.kinds().stream())
                .sorted(Comparator.comparing(PersonalData.Kind::ofCapture).thenComparing(PersonalData.Kind::name))
                .toList();
    }
}
