package org.scimsuite.core.admin;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.bundle.BundleProblem;
import org.scimsuite.core.bundle.MappingBundle;
import org.scimsuite.core.bundle.SignatureCheck;
import org.scimsuite.core.bundle.SignatureCheck.Broken;
import org.scimsuite.core.mapping.MappingDifference;

/** What is to be said about a bundle before it is saved. */
public sealed interface BundleReport {

    /**
     * It cannot be used at all.
     *
     * @param problems in the order of the document; at least one
     */
    record Unusable(List<BundleProblem> problems) implements BundleReport {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }

    /**
     * It can be read, and each of its rules can be used.
     *
     * @param comparedWith the version in force
     * @param differences from the mapping in force
     * @param signature what it is worth; a bundle with a broken one is not saved
     * @param otherDirectory the name of the directory that it came from, when the directory of the connection has another one; the
     *     mapping is bound to the directory of the connection
     */
    record Usable(
            MappingBundle bundle,
            long comparedWith,
            List<MappingDifference> differences,
            SignatureCheck signature,
            Optional<String> otherDirectory)
            implements BundleReport {
        public Usable {
            differences = List.copyOf(differences);
        }

        /** Whether it may be saved. */
        public boolean isAcceptable() {
            return !(signature instanceof Broken);
        }

        /** The products that have parts in it which mean nothing to this one; they are kept. */
        public List<String> notApplicable(String product) {
            return bundle.products().keySet().stream()
                    .filter(key -> !key.equalsIgnoreCase(product))
                    .toList();
        }
    }
}
