package org.scimsuite.core.store;

import java.util.Collection;
import java.util.List;

/** What becomes of the members of a group in one write. */
public sealed interface MemberChange {

    /** They stay. */
    MemberChange NONE = new Edit(List.of(), List.of());

    /** Those who may become members by it. */
    Collection<GroupMember> joining();

    /**
     * Some come and some go.
     *
     * @param added none of whom is a member
     * @param removed the ids of members
     */
    record Edit(Collection<GroupMember> added, Collection<String> removed) implements MemberChange {
        public Edit {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        @Override
        public Collection<GroupMember> joining() {
            return added;
        }
    }

    /**
     * These are all members from now on; those of them who are members already stay as they are recorded.
     *
     * @param members each once
     */
    record Replacement(Collection<GroupMember> members) implements MemberChange {
        public Replacement {
            members = List.copyOf(members);
        }

        @Override
        public Collection<GroupMember> joining() {
            return members;
        }
    }
}
