package org.tucai.capturecode;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;

/** The unit's key ring: keys arrive, overlap for as long as codes live, and are retired. */
@Singleton
public class CodeKeyService {
    private static final String SEAL_CONTEXT = "code_key/";
    private static final String KIND = "code-key";

    private final CodeKeyRepository keys;
    private final NewCodeKeys newKeys;
    private final Vault vault;
    private final StateHistory history;
    private final AuditTrail audit;
    private final InstantSource clock;

    CodeKeyService(
            CodeKeyRepository keys,
            NewCodeKeys newKeys,
            Vault vault,
            StateHistory history,
            AuditTrail audit,
            InstantSource clock) {
        this.keys = keys;
        this.newKeys = newKeys;
        this.vault = vault;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The key of that name; asks the authority for new ones when it is not held. Never inside a transaction.
     *
     * @throws ProblemException code-keys-unavailable when it is not held and the authority could not be asked
     */
    public Optional<CodeKey> find(String kid) {
        if (!CodeKey.isName(kid)) { // a code says what its maker likes
            return Optional.empty();
        }
        Optional<StoredCodeKey> held = keys.findByKid(kid);
        if (held.isEmpty()) {
            boolean complete = newKeys.fetch(fresh -> add(fresh, Actor.SYSTEM));
            held = keys.findByKid(kid);
            if (held.isEmpty() && !complete) {
                throw ProblemException.retryAfter(CaptureCodeProblem.CODE_KEYS_UNAVAILABLE, NewCodeKeys.PAUSE);
            }
        }
        return held.filter(k -> k.status() == CodeKeyStatus.ACTIVE)
                .map(k -> new CodeKey(kid, vault.openText(k.sealedKey(), SEAL_CONTEXT + kid)));
    }

    /** Adds a key unless its name is held already. */
    @Transactional
    public boolean add(CodeKey key, Actor by) {
        String sealed = vault.sealText(key.secret(), SEAL_CONTEXT + key.kid());
        if (keys.add(key.kid(), sealed, clock.instant()) == 0) {
            return false;
        }
        history.moved(KIND, key.kid(), null, CodeKeyStatus.ACTIVE, "added", by);
        audit.record(by, "code-key-added", key.kid(), "");
        return true;
    }

    @Transactional
    public void retire(String kid, Actor by) {
        StoredCodeKey key = keys.findByKid(kid).orElseThrow(PlatformProblem::notFound);
        if (key.status() == CodeKeyStatus.RETIRED) {
            throw new ProblemException(CaptureCodeProblem.KEY_ALREADY_RETIRED);
        }
        keys.update(key.retired(clock.instant()));
        history.moved(KIND, kid, CodeKeyStatus.ACTIVE, CodeKeyStatus.RETIRED, "retired", by);
        audit.record(by, "code-key-retired", kid, "");
    }

    @Transactional
    public List<StoredCodeKey> all() {
        return keys.findAllOrderById();
    }
}
