package org.scimsuite.confluence;

import org.scimsuite.core.directory.DirectoryUserProfile.Activation;

/**
 * What Confluence does with people by its own services, beside what happens in a directory: pages keep their authors, caches and listeners learn
 * of it. Confluence means whoever is found first under a name. Nothing here throws: the directory does afterwards what is not done.
 */
public interface Accounts {

    /** Leaves all of it to the directory. */
    Accounts DIRECTORY_ONLY = new Accounts() {
        @Override
        public void rename(String oldName, String newName) {}

        @Override
        public void setActive(String name, Activation activation) {}
    };

    /** Renames somebody, if Confluence lets a plugin do it. */
    void rename(String oldName, String newName);

    /** Deactivates or reactivates somebody, if Confluence lets a plugin do it. */
    void setActive(String name, Activation activation);
}
