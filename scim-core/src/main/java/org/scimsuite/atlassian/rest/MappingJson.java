package org.scimsuite.atlassian.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import org.scimsuite.core.admin.BundleReport;
import org.scimsuite.core.admin.MappingAdmin.PastVersion;
import org.scimsuite.core.admin.MappingAdmin.SavedVersion;
import org.scimsuite.core.admin.MappingAdmin.VersionedBundle;
import org.scimsuite.core.admin.MappingPreview;
import org.scimsuite.core.admin.MappingPreview.GroupCount;
import org.scimsuite.core.admin.MappingPreview.Line;
import org.scimsuite.core.admin.MappingPreview.SeatForecast;
import org.scimsuite.core.admin.SigningKey;
import org.scimsuite.core.bundle.BundleProblem;
import org.scimsuite.core.bundle.SignatureCheck;
import org.scimsuite.core.bundle.SignatureCheck.Broken;
import org.scimsuite.core.bundle.SignatureCheck.Trust;
import org.scimsuite.core.bundle.SignatureCheck.Valid;
import org.scimsuite.core.mapping.MappingDifference;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;

/** What the admin API answers about mappings, previews and tasks. */
final class MappingJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MappingJson() {}

    static ObjectNode bundle(VersionedBundle mapping) {
        ObjectNode node = JSON.objectNode().put("version", mapping.version());
        node.putRawValue("mapping", new RawValue(mapping.document().strip()));
        return node;
    }

    static ObjectNode saved(SavedVersion saved) {
        ObjectNode node = JSON.objectNode()
                .put("version", saved.version().version())
                .put("author", saved.version().author())
                .put("created", saved.version().created().toString())
                .put("comment", saved.version().comment());
        node.set("task", task(saved.task()));
        return node;
    }

    static ObjectNode past(PastVersion version) {
        ObjectNode node = JSON.objectNode()
                .put("version", version.version())
                .put("author", version.author())
                .put("created", version.created().toString())
                .put("comment", version.comment());
        node.set("differences", differences(version.differences()));
        return node;
    }

    private static JsonNode differences(List<MappingDifference> differences) {
        return AdminJson.array(differences, difference -> JSON.textNode(difference.sentence()));
    }

    /** @param product this one, by its key in bundles */
    static ObjectNode report(BundleReport report, String product) {
        if (report instanceof BundleReport.Unusable unusable) {
            ObjectNode node = JSON.objectNode().put("usable", false);
            node.set("problems", AdminJson.array(unusable.problems(), MappingJson::problem));
            return node;
        }
        BundleReport.Usable usable = (BundleReport.Usable) report;
        ObjectNode node = JSON.objectNode().put("usable", usable.isAcceptable());
        node.putArray("problems");
        node.put("comparedWith", usable.comparedWith());
        node.set("differences", differences(usable.differences()));
        node.set("signature", signature(usable.signature()));
        usable.otherDirectory().ifPresent(name -> node.put("otherDirectory", name));
        usable.notApplicable(product).forEach(node.putArray("notApplicable")::add);
        return node;
    }

    private static ObjectNode problem(BundleProblem problem) {
        return JSON.objectNode()
                .put("line", problem.line())
                .put("column", problem.column())
                .put("path", problem.path())
                .put("message", problem.sentence());
    }

    private static ObjectNode signature(SignatureCheck check) {
        ObjectNode node = JSON.objectNode();
        if (check instanceof Valid valid) {
            return node.put("state", "VALID")
                    .put("fingerprint", valid.fingerprint())
                    .put("ofThisInstallation", valid.trust() == Trust.TRUSTED);
        }
        return check instanceof Broken broken
                ? node.put("state", "BROKEN").put("problem", broken.problem())
                : node.put("state", "UNSIGNED");
    }

    static ObjectNode signingKey(SigningKey.PublicHalf key) {
        return JSON.objectNode().put("publicKey", key.publicKey()).put("fingerprint", key.fingerprint());
    }

    static ObjectNode task(AlignmentTask task) {
        return JSON.objectNode()
                .put("id", task.id())
                .put("scope", scope(task.scope()))
                .put("state", task.state().name())
                .put("done", task.done())
                .put("total", task.total())
                .put("created", task.created().toString())
                .put("journalId", task.journalId())
                .put("reason", task.reason());
    }

    private static String scope(Scope scope) {
        if (scope instanceof Scope.Users) {
            return "USERS";
        }
        if (scope instanceof Scope.MembersOf) {
            return "MEMBERS_OF";
        }
        if (scope instanceof Scope.Leaver) {
            return "LEAVER";
        }
        return scope instanceof Scope.HoldersOf ? "HOLDERS_OF" : "EVERYBODY";
    }

    static ObjectNode preview(MappingPreview preview, List<Line> lines) {
        ObjectNode node = JSON.objectNode()
                .put("state", preview.state().name())
                .put("baseVersion", preview.baseVersion())
                .put("sha256", preview.sha256())
                .put("author", preview.author())
                .put("started", preview.started().toString())
                .put("done", preview.done())
                .put("total", preview.total())
                .put("problem", preview.problem().orElse(null))
                .put("peopleConcerned", preview.counts().peopleConcerned())
                .put("joins", preview.counts().joins())
                .put("leaves", preview.counts().leaves())
                .put("createdGroups", preview.counts().createdGroups())
                .put("obstacles", preview.counts().obstacles());
        node.set("groups", AdminJson.array(preview.counts().groups(), MappingJson::groupCount));
        node.set("seats", AdminJson.array(preview.counts().seats(), MappingJson::seats));
        ObjectNode userChanges = node.putObject("userChanges");
        preview.counts().userChanges().forEach(userChanges::put);
        node.put("linesInAll", preview.counts().lines());
        node.set("lines", AdminJson.array(lines, MappingJson::line));
        return node;
    }

    private static ObjectNode seats(SeatForecast seats) {
        return JSON.objectNode()
                .put("pool", seats.pool())
                .put("limit", seats.limit())
                .put("free", seats.free())
                .put("taken", seats.taken())
                .put("freed", seats.freed())
                .put("missing", seats.missing());
    }

    private static ObjectNode groupCount(GroupCount count) {
        return JSON.objectNode()
                .put("group", count.group())
                .put("joins", count.joins())
                .put("leaves", count.leaves())
                .put("protectedFrom", count.shut())
                .put("created", count.existence() == MappingPreview.Existence.CREATED);
    }

    private static ObjectNode line(Line line) {
        return JSON.objectNode()
                .put("userId", line.userId())
                .put("userName", line.userName())
                .put("group", line.group().orElse(null))
                .put("sentence", line.sentence());
    }
}
