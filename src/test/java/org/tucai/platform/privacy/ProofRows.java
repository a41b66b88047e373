package org.tucai.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of one database. */
final class ProofRows extends VaultCheck {
    private final List<Proof> proofs = new ArrayList<>();

    ProofRows() {
        super(new MysqlDataSource()); // never used
    }

    @Override
    List<Proof> proofs() {
        return List.copyOf(proofs);
    }

    @Override
    void store(int generation, byte[] proof, Algorithms algorithms, Instant at) {
        assertThat(generation).isEqualTo(proofs.size() + 1);
        proofs.add(new Proof(proof, algorithms, at));
    }

    @Override
    void renew(byte[] proof) {
        proofs.set(
                0,
                new Proof(
                        proof, proofs.getFirst().algorithms(), proofs.getFirst().at()));
    }

    void addAll(List<Proof> more) {
        proofs.addAll(more);
    }
}
