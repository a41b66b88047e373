package org.tucai.proofreading;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.blob.BlobStore;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.state.Step;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** The information checks of a capture, with what the student wrote and the pictures that show it. */
@Singleton
class ProofreadingData implements PersonalData {
    private static final String FILE = "proofreadings.json";

    private final ProofreadingRepository proofreadings;
    private final EvidenceRepository evidence;
    private final BlobStore blobs;
    private final Vault vault;
    private final StateHistory history;

    ProofreadingData(
            ProofreadingRepository proofreadings,
            EvidenceRepository evidence,
            BlobStore blobs,
            Vault vault,
            StateHistory history) {
        this.proofreadings = proofreadings;
        this.evidence = evidence;
        this.blobs = blobs;
        this.vault = vault;
        this.history = history;
    }

    /**
     * A check.
     *
     * @param note the student's own words; null once deleted
     * @param resolutionNote the unit's words; null once deleted
     * @param evidence names of the files with the student's pictures
     */
    @Serdeable
    record Held(
            String no,
            String photoNo,
            ProofreadingStatus status,
            String statusText,
            int rounds,
            @Nullable Answer firstAnswer,
            @Nullable ErratumReason reason,
            @Nullable String note,
            List<String> evidence,
            @Nullable Resolution resolution,
            @Nullable String resolutionNote,
            OffsetDateTime openedAt,
            LocalDate dueDay,
            boolean dueProvisional,
            @Nullable OffsetDateTime closedAt,
            List<Step> history) {}

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind(
                        true,
                        FILE,
                        "图像信息核对：您的回答、说明和佐证图片的文件名，以及处理结果。",
                        "Information checks: your answers, words and names of the files with your pictures, and what came of it."),
                new Kind(true, "evi_*.jpg", "您上传的佐证图片（已重新编码）。", "Your pictures of what is wrong, as re-encoded."));
    }

    @Override
    public List<PersonalFile> ofCapture(String captureNo, Language language) {
        List<Proofreading> found = proofreadings.findByCaptureNoIn(List.of(captureNo));
        Map<String, String> names = new HashMap<>();
        List<PersonalFile> files = new ArrayList<>();
        for (Proofreading p : found) {
            for (Evidence e : evidence.findByProofreadingNoOrderByIdAsc(p.no())) {
                files.add(new PersonalFile.Picture(
                        e.no(), () -> blobs.get(e.blobKey()), name -> names.put(e.no(), name)));
            }
        }
        files.add(new PersonalFile.Document(
                FILE, () -> found.stream().map(p -> held(p, names, language)).toList()));
        return files;
    }

    private Held held(Proofreading p, Map<String, String> names, Language language) {
        String sealed = p.noteSealed();
        return new Held(
                p.no(),
                p.photoNo(),
                p.status(),
                p.status().text(language),
                p.rounds(),
                p.firstAnswer(),
                p.reason(),
                sealed == null ? null : vault.openText(sealed, ProofreadingService.NOTE_CONTEXT),
                evidence.findByProofreadingNoOrderByIdAsc(p.no()).stream()
                        .map(e -> names.get(e.no()))
                        .filter(Objects::nonNull)
                        .toList(),
                p.resolution(),
                p.resolutionNote(),
                ChinaTime.offset(p.openedAt()),
                p.dueDay(),
                p.provisional(),
                ChinaTime.offsetOrNull(p.closedAt()),
                history.steps(p.no()));
    }
}
