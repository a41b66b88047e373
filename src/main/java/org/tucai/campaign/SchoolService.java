package org.tucai.campaign;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Etag;

/** The schools the unit works for. */
@Singleton
public class SchoolService {
    private final SchoolRepository schools;
    private final AuditTrail audit;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    SchoolService(SchoolRepository schools, AuditTrail audit, PublicNumbers numbers, InstantSource clock) {
        this.schools = schools;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Transactional
    public School create(String code, String name, Actor by) {
        requireFree(code);
        School school = born(new School(null, numbers.next("sch"), code, name, clock.instant(), 0));
        audit.record(by, "school-created", school.no(), code);
        return school;
    }

    private School born(School school) {
        try {
            return schools.save(school);
        } catch (DataAccessException e) {
            // a colleague may have registered it at the same moment: the unique key prevents duplicates
            requireFree(school.code());
            throw e;
        }
    }

    private void requireFree(String code) {
        if (schools.findByCode(code).isPresent()) {
            throw new ProblemException(CampaignProblem.SCHOOL_CODE_TAKEN);
        }
    }

    @Transactional
    public School rename(String schoolNo, String name, @Nullable String ifMatch, Actor by) {
        School school = require(schoolNo);
        Etag.requireMatch(ifMatch, school.version());
        School renamed = schools.update(school.renamed(name));
        audit.record(by, "school-renamed", schoolNo, school.name() + " → " + name);
        return renamed;
    }

    @Transactional
    public School require(String schoolNo) {
        return schools.findByNo(schoolNo).orElseThrow(PlatformProblem::notFound);
    }

    /** Schools whose code follows the given one, by ascending code; with a search those whose code begins with it or whose name contains it. */
    @Transactional
    public List<School> after(String code, @Nullable String search, int limit) {
        return schools.after(code, search, limit);
    }

    /** The schools with these numbers, by number. */
    @Transactional
    public Map<String, School> all(Collection<String> schoolNos) {
        return schoolNos.isEmpty()
                ? Map.of()
                : schools.findByNoIn(schoolNos).stream().collect(Collectors.toMap(School::no, s -> s));
    }
}
